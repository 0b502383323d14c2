import { Problem } from "../domain/errors";
import { asEnvironment, findBrowser } from "./browser/find";
import { runCommand } from "./command";
import type { Tally } from "./gate/run";
import { STEPS, type Step } from "./gate/steps";

/** npm test: every step with its heading, its time and its verdict; a plain closing line; code 1 on any failure. */
await runCommand(async () => {
  const quick = process.argv.includes("--quick");
  const steps = STEPS.filter((step) => step.quick || !quick);
  const browser = quick ? {} : await browserForSteps();

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [index, step] of steps.entries()) {
    console.log(`\n== ${index + 1}/${steps.length} ${step.name} (${elapsed(0)} so far)`);
    const began = performance.now();
    const tally = await runStep(step, browser);
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped ?? 0;
    console.log(`-- ${verdict(step, tally)} in ${elapsed(began)}`);
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
});

async function browserForSteps(): Promise<Record<string, string>> {
  const browser = await findBrowser();
  console.log(`Node ${process.versions.node}; browser: ${browser.found}`);
  return asEnvironment(browser);
}

/** A step that cannot even run is one failure; the others still have their say. */
async function runStep(step: Step, browser: Record<string, string>): Promise<Tally> {
  try {
    return await step.run(browser);
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function verdict(step: Step, { passed, failed, note }: Tally): string {
  const counts = passed + failed === 0 ? "" : `: ${passed} passed, ${failed} failed`;
  return `${failed === 0 ? "ok" : "FAILED"}  ${step.name}${counts}${note ? ` (${note})` : ""}`;
}

function elapsed(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
