// Print and archive use the static twin, which the file carries as plain HTML and browsers with scripts leave unread.

/** Puts the twin in the place of the page while printing. */
export function printTwin(root: HTMLElement): void {
  let twin: HTMLElement | null = null;
  const read = (id: string) => document.getElementById(id)?.textContent ?? "";
  addEventListener("beforeprint", () => {
    if (!twin) {
      twin = document.createElement("div");
      twin.innerHTML = `${read("twin-style")}${read("twin")}`;
      document.body.append(twin);
    }
    root.hidden = true;
    twin.hidden = false;
  });
  addEventListener("afterprint", () => {
    root.hidden = false;
    twin?.remove();
    twin = null;
  });
}
