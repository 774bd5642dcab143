// The frame: name, tabs, the rule by which findings are read, theme, help; and the page that the address names.

import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Dossier } from "./case";
import { SharedContext } from "./context";
import { acting, useKeydown } from "./keys";
import { Actor } from "./pages/actor";
import { Actors } from "./pages/actors";
import { Causes } from "./pages/causes";
import { Disagreements } from "./pages/disagreements";
import { DocumentPage } from "./pages/document";
import { Explore } from "./pages/explore";
import { Flows } from "./pages/flows";
import { IncidentPage } from "./pages/incident";
import { Keys } from "./pages/keys";
import { Methods } from "./pages/methods";
import { Network } from "./pages/network";
import { Outlets } from "./pages/outlets";
import { Reports } from "./pages/reports";
import { Search } from "./parts/search";
import { Empty, isolated } from "./parts/words";
import { loaded } from "./loaded";
import { go, parsed, to, useRoute, written } from "./route";
import { many, shown } from "./text";
import { nextTheme, theme, useTheme } from "./theme";
import { Button, Pick } from "./parts/button";
import { Page, Sub } from "./parts/small";

/** The pages by the first word of the address; those with a label have a tab, in this order, others stand under one. */
const PAGES: Record<string, { label?: string; under?: string; page: ComponentType }> = {
  explore: { label: "Explore", page: Explore },
  disagreements: { label: "Disagreements", page: Disagreements },
  network: { label: "Network", page: Network },
  causes: { label: "Causes", page: Causes },
  outlets: { label: "Outlets", page: Outlets },
  reports: { label: "Reports", page: Reports },
  methods: { label: "Methods", page: Methods },
  incident: { under: "explore", page: IncidentPage },
  doc: { under: "reports", page: DocumentPage },
  actor: { under: "network", page: Actor },
  actors: { under: "network", page: Actors },
  flows: { under: "causes", page: Flows },
  keys: { page: Keys },
};
const FIRST = Object.keys(PAGES).find((name) => PAGES[name]?.label) as string;

export function App({ dossier }: { dossier: Dossier }) {
  const { data } = dossier;
  const route = useRoute();
  const name = route.page || FIRST;
  const known = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  const chosen = data.policies.findIndex((policy) => policy.name === route.query.rule);
  const policy = chosen >= 0 ? chosen : data.policy;
  const [whole, tell] = useState(false);
  useEffect(() => void loaded.then(() => tell(true)), []);
  const main = useRef<HTMLElement>(null);
  const where = `${name}/${route.path.join("/")}`;
  const before = useRef(where);
  useEffect(() => {
    const head = main.current?.querySelector("h1");
    const title = known?.label ?? head?.dataset.title ?? head?.textContent ?? name;
    document.title = `${title} · ${data.case}`;
    if (before.current !== where) {
      before.current = where;
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [where, whole || !!known?.label]); // the title of one thing is known when all is read
  useKeydown((event) => {
    if (acting(event) !== "?") return;
    event.preventDefault();
    go(to("keys"));
  });
  const Chosen = known?.page;
  return (
    <SharedContext.Provider value={{ dossier, policy }}>
      <Button class="skip" onClick={() => main.current?.focus()}>
        Skip to the page
      </Button>
      <header class="frame">
        <p class="name">
          <b>Rashomon</b> {isolated(data.case)} <Sub>dossier · built {data.built}</Sub>
        </p>
        <nav aria-label="Pages">
          <ul>
            {Object.entries(PAGES).map(
              ([key, { label }]) =>
                label && (
                  <li key={key}>
                    <a href={to(key)} aria-current={key === (known?.under ?? name) ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ),
            )}
          </ul>
        </nav>
        <Rule policy={policy} dossier={dossier} />
        <Search dossier={dossier} />
        <Theme />
        <a class="help" href={to("keys")} aria-label="All keys" title="All keys">
          ?
        </a>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {!whole && name !== FIRST ? (
          <Empty>Reading {many(data.incidents.length, "incident")}…</Empty>
        ) : Chosen ? (
          <Chosen />
        ) : (
          <Unknown name={name} />
        )}
      </main>
      <footer>
        <p>
          Read-only copy, built {data.built}.{" "}
          {data.head.reviewed ? "Partly reviewed by people." : "Machine only: nobody has reviewed it."} It tells what
          the reports say, not what happened. This file asks nothing of any network.
        </p>
      </footer>
      <div id="live" class="vh" role="status" aria-live="polite" />
    </SharedContext.Provider>
  );
}

function Unknown({ name }: { name: string }) {
  return (
    <Page title="Nothing is here">
      <Empty why={`This dossier has no page “${shown(name).slice(0, 80)}”.`}>
        <a href={to(FIRST)}>Go to its first page</a>
      </Empty>
    </Page>
  );
}

/** The policy that findings are read by; switching it keeps the page as it is. */
function Rule({ policy, dossier }: { policy: number; dossier: Dossier }) {
  const { policies, policy: own } = dossier.data;
  if (policies.length < 2) return null;
  const change = (at: number) => {
    const { page, path, query } = parsed(location.hash);
    go(written(page || FIRST, path, { ...query, rule: at === own ? "" : (policies[at]?.name ?? "") }));
  };
  return (
    <Pick
      kind="rule"
      label="Figures by"
      value={policy}
      title={policies[policy]?.rule}
      choices={policies.map(({ name }, at) => [at, name])}
      pick={(at) => change(Number(at))}
    />
  );
}

function Theme() {
  const [, redraw] = useState(0);
  useTheme();
  const change = () => {
    nextTheme();
    redraw((times) => times + 1);
  };
  return (
    <Button class="theme" aria-label={`Theme: ${theme()}. Change it`} title={`Theme: ${theme()}`} onClick={change}>
      ◐
    </Button>
  );
}
