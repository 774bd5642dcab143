// Opens the case that the file carries and draws the page; if that fails, says so and shows the static twin.

import { render } from "preact";
import { App } from "./app";
import { Dossier, opened } from "./case";
import { forwarded } from "./old";
import { printTwin } from "./print";
import { go } from "./route";
import "./style/base.css";
import "./style/frame.css";
import "./style/glyphs.css";

function start(root: HTMLElement): void {
  const dossier = new Dossier(opened(document.getElementById("case")?.textContent ?? "{}"));
  const forward = () => {
    const address = forwarded(dossier, location.hash);
    if (address) go(address, true);
  };
  forward();
  addEventListener("hashchange", forward);
  printTwin(root);
  root.replaceChildren();
  render(<App dossier={dossier} />, root);
}

const root = document.getElementById("page");
if (root) start(root);
