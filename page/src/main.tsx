// Opens the case that the file carries and draws the page; if that fails, says so and shows the static twin.

import { render } from "preact";
import { App } from "./app";
import { Dossier, opened } from "./case";
import { loaded } from "./loaded";
import { forwarded } from "./old";
import { printTwin } from "./print";
import { go } from "./route";
import "./style/base.css";
import "./style/frame.css";
import "./style/glyphs.css";

function start(root: HTMLElement): void {
  const part = (name: string) => document.getElementById(name)?.textContent ?? "";
  const dossier = new Dossier(opened(part("case"), (name) => part(`case-${name}`)));
  const forward = () => {
    const address = forwarded(dossier, location.hash);
    if (address) go(address, true);
  };
  const whole = () => void loaded.then(forward);
  whole();
  addEventListener("hashchange", whole);
  printTwin(root);
  root.replaceChildren();
  render(<App dossier={dossier} />, root);
}

const root = document.getElementById("page");
if (root) start(root);
