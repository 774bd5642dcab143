import { defineConfig } from "vite";

// One script and one style sheet, to be put into one HTML file by Python (src/rashomon/show/page/shell.py).
export default defineConfig({
  build: {
    outDir: "../src/rashomon/show/built",
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: "src/main.tsx", name: "rashomon", formats: ["iife"], fileName: () => "page.js", cssFileName: "page" },
  },
});
