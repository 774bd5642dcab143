import { defineConfig } from "vite";

// One script and one style sheet, to be put into one HTML file by Python (src/rashomon/show/page/shell.py).
export default defineConfig({
  // `h(...)` is shorter than the automatic runtime's calls: 13 kB of the page.
  oxc: {
    jsx: { runtime: "classic", pragma: "_h", pragmaFrag: "_F" },
    jsxInject: 'import { h as _h, Fragment as _F } from "preact"',
  },
  build: {
    outDir: "../src/rashomon/show/built",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    lib: { entry: "src/main.tsx", name: "rashomon", formats: ["iife"], fileName: () => "page.js", cssFileName: "page" },
  },
});
