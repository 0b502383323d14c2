import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { STANDALONE_SERVER } from "@/lib/commands/build/build";
import { ROOT } from "@/lib/commands/command";

/** What the next deploy would put in this one's place. */
export interface OtherBuild {
  server: string;
  remove(): void;
}

const TEXT = /\.(js|json|html|rsc|css|meta|txt|body|segment\.rsc)$/;

/**
 * The same program under another build's id, with none of this build's files under its old name: whatever an open page
 * still asks for by name is gone, as after a real deploy. Copied instead of built: a build costs half a minute.
 */
export function anotherBuild(): OtherBuild {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-deploy-"));
  const from = dirname(STANDALONE_SERVER);
  const packages = join(from, "node_modules");
  cpSync(from, folder, { recursive: true, verbatimSymlinks: true, filter: (path) => path !== packages });
  symlinkSync(packages, join(folder, "node_modules"), "junction");
  const id = readFileSync(join(ROOT, ".next", "plumbline-build"), "utf8").slice(0, 16);
  const chunks = join(folder, ".next", "static", "chunks");
  const renamed = new Map<string, string>([[id, `next${id.slice(4)}`]]);
  for (const name of readdirSync(chunks, { recursive: true, encoding: "utf8" })) {
    const file = basename(name);
    if (/^[\w~.-]{12,}\.(js|css)$/.test(file)) renamed.set(file, `n${file.slice(1)}`);
  }
  const all = new RegExp([...renamed.keys()].map((name) => name.replace(/[.~-]/g, "\\$&")).join("|"), "g");
  const below = [".next", "public"].flatMap((top) =>
    readdirSync(join(folder, top), { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, top, name),
    ),
  );
  for (const path of [join(folder, "server.js"), ...below]) {
    if (!TEXT.test(path) || path.includes("node_modules") || !statSync(path).isFile()) continue;
    const text = readFileSync(path, "utf8");
    const next = text.replace(all, (found) => renamed.get(found) ?? found);
    if (next !== text) writeFileSync(path, next);
    const other = renamed.get(basename(path));
    if (other) renameSync(path, join(dirname(path), other));
  }
  return {
    server: join(folder, "workers.mjs"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
