// Something to put on the clipboard, with a word that it is there.

import { useEffect, useState } from "preact/hooks";
import { announce } from "../context";
import { Button } from "./button";

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // a page opened from a file may have no clipboard of its own: select the text and copy that
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

export function Copy(props: { text: () => string; label: string; name?: string; plain?: boolean }) {
  const [said, say] = useState("");
  useEffect(() => {
    if (!said) return;
    const later = setTimeout(() => say(""), 2000);
    return () => clearTimeout(later);
  }, [said]);
  const copy = async () => {
    const done = await copied(props.text());
    say(done ? "Copied" : "Could not copy");
    announce(done ? "Copied" : "Could not copy");
  };
  return (
    <Button class={props.plain ? "copy quiet" : "copy"} aria-label={props.name} onClick={copy}>
      {said || props.label}
    </Button>
  );
}
