import { cpus } from "node:os";
import { runCommand } from "@/lib/commands/command";
import { furnish } from "./house";
import { closeConnections, measure } from "./measure";
import { pairsOf } from "./pairs";
import { asTable, type Report } from "./report";
import { withStand } from "./stand";

/** npm run bench: what each thing costs beside the least it could cost, in the same run. --json for programs. */
await runCommand(async () => {
  const say = (line: string) => console.error(line);
  const report = await withStand(say, furnish, async ({ ours, bare, durability }, house): Promise<Report> => {
    const figures = [];
    for (const pair of pairsOf(house, ours, bare)) {
      say(`${pair.name} beside ${pair.bareName} ...`);
      figures.push(await measure(pair));
    }
    closeConnections();
    return {
      takenAt: new Date().toISOString(),
      node: process.versions.node,
      cores: cpus().length,
      ...durability,
      figures,
    };
  });
  console.log(process.argv.includes("--json") ? JSON.stringify(report, null, 2) : asTable(report));
  return 0;
});
