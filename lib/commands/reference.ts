import { existsSync } from "node:fs";
import path from "node:path";
import { readCases } from "./reference/case";
import { printVerdicts } from "./reference/print";
import { runCase } from "./reference/run";

/** npm run --silent reference -- FOLDER [--json]: another program's figures against ours, case by case. */
function main(args: readonly string[]): number {
  const asJson = args.includes("--json");
  const given = args.find((arg) => !arg.startsWith("--"));
  const folder = path.resolve(
    given ?? process.env.PLUMBLINE_CASES ?? path.join("..", "shared", "psych", "cases"),
  );
  if (!existsSync(folder)) {
    console.error(`No folder of reference cases at ${folder}. Give one: npm run reference -- FOLDER`);
    return 2;
  }
  const { cases, unreadable } = readCases(folder);
  if (cases.length + unreadable.length === 0) {
    console.error(`No case (*.json) in ${folder}`);
    return 2;
  }
  const verdicts = cases.map((one) => runCase(one, () => performance.now()));
  printVerdicts(verdicts, unreadable, asJson, (line) => console.log(line));
  return unreadable.length === 0 && verdicts.every((one) => one.passed) ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
