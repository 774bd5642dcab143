// All keys, from the one table of them; and the switch that lets single letters rest (WCAG 2.1.4).

import { useState } from "preact/hooks";
import { announce } from "../context";
import { KEYS, lettersAct, setLetters } from "../keys";
import { Check } from "../parts/button";
import { Page } from "../parts/small";
import "../style/keys.css";

const NAMES: Record<string, string> = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

function name(key: string): string {
  return NAMES[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key);
}

export function Keys() {
  const [act, set] = useState(lettersAct);
  const turn = (on: boolean) => {
    setLetters(on);
    set(lettersAct());
    announce(on ? "Single keys act" : "Single keys are off");
  };
  const scopes = [...new Set(KEYS.map((key) => key.on ?? ""))];
  return (
    <Page title="Keys" kind="keys">
      <p class="lede">
        No key has two meanings. Tab goes from one thing to the next; inside lists, drawings and time windows the arrow
        keys go on.
      </p>
      <Check kind="keys-switch" on={act} turn={turn}>
        Single keys (letters, / ? [ ]) act. Switch them off if you dictate, or press keys by chance; Enter, Esc and
        arrows stay.
      </Check>
      {scopes.map((scope) => (
        <section key={scope}>
          <h2>{scope ? `In ${scope}` : "Everywhere"}</h2>
          <table class="keys-table">
            <tbody>
              {KEYS.filter((key) => (key.on ?? "") === scope).map(({ keys, does }) => (
                <tr key={does}>
                  <th scope="row">
                    {keys.map((key) => (
                      <kbd key={key}>{name(key)}</kbd>
                    ))}
                  </th>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Page>
  );
}
