// The program runs before what stands behind it in the file is read: claims, texts, what is laid side by side.

/** Resolves when all of the file is read. */
export const loaded = new Promise<void>((done) => {
  if (globalThis.document?.readyState === "loading") addEventListener("DOMContentLoaded", () => done());
  else done();
});
