import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Source {
  /** From the top of the checkout, with forward slashes. */
  path: string;
  text: string;
  /** Ours as a path from the top without extension; a package by its bare name as written. */
  imports: { target: string; ours: boolean }[];
}

const ROOMS = ["app", "components", "db", "lib", "tests"];
/** Comments are taken out first: prose may quote an import. Strings stay, as the module names are strings. */
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/.*$/gm;
const IMPORTS =
  /(?:^|[\s;}])(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']|(?:^|[\s;}])import\s*["']([^"']+)["']|\b(?:import|require)\(\s*["']([^"']+)["']\s*[,)]/gm;

/** Every source of ours with what it imports, statically, dynamically or for its types alone. */
export function readSources(): Source[] {
  const files = [...ROOMS.flatMap(filesBelow), ...filesIn("").filter((path) => /\.(ts|js|mjs)$/.test(path))];
  return files
    .filter((path) => /\.(ts|tsx|mjs|js)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

export function importsOf(path: string, text: string): Source["imports"] {
  const code = withoutComments(text);
  return [...code.matchAll(IMPORTS)].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    if (name.startsWith("@/")) return { target: name.slice(2), ours: true };
    if (name.startsWith(".")) return { target: normalize(join(dirname(path), name)), ours: true };
    return { target: name, ours: false };
  });
}

export function withoutComments(text: string): string {
  return text.replace(COMMENTS, "");
}

export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}
