import { arch, cpus, totalmem } from "node:os";
import type { CrossedFit } from "../../lib/stats/mixed/crossed-fit";
import { fitWithLme4, hasLme4 } from "./stats/against-lme4";
import { generate } from "./stats/generate";
import { generateSheets } from "./stats/generate-sheets";
import { alphaOfMany, crossedFit, holedSheets, liveReport } from "./stats/jobs";
import { type Measured, measure } from "./stats/measure";

/** npm run bench:stats [-- --json]: the speed table of the statistics, on data it makes from a seed. */
const SEED = 20240502;
const LARGEST_DIFFERENCE = 0.002;
const LARGEST_EXPONENT = 1.15;
const MOST_MEGABYTES = 1000;

const asJson = process.argv.includes("--json");
const say = (line: string) => {
  if (!asJson) console.log(line);
};

function report(measured: Measured): Measured {
  const verdict = measured.reached === null ? "" : measured.reached ? "  reached" : "  MISSED";
  const target = measured.target === null ? "" : ` (to reach: ${measured.target} ms)`;
  say(
    `${measured.milliseconds} ms${target}${verdict}  ${measured.work}  (${measured.cpuMilliseconds} ms of processor, ${measured.megabytes} MB)`,
  );
  return measured;
}

/** Largest relative difference of the variances. */
function difference(a: Pick<CrossedFit, "variance">, b: Pick<CrossedFit, "variance">): number {
  return apart({ ...a.variance }, { ...b.variance });
}

function apart(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): number {
  return Math.max(...Object.entries(b).map(([name, y]) => Math.abs((a[name] ?? 0) / y - 1)));
}

const rows: Measured[] = [];
const panel = generate({ shape: "random", ratings: 116, units: 40, raters: 12, seed: SEED });
rows.push(report(measure(liveReport(panel)).measured));
const wide = generate({ shape: "random", ratings: 500_000, units: 100_000, raters: 500, seed: SEED });
rows.push(report(measure(alphaOfMany(wide)).measured));

const campus = generate({ shape: "departments", ratings: 73_421, units: 1128, raters: 2972, seed: SEED });
const campusFit = measure(crossedFit("73,421 ratings, 1,128 x 2,972 raters", campus, 700, "iterative"));
rows.push(report(campusFit.measured));

const smaller = generate({ shape: "departments", ratings: 20_000, units: 400, raters: 1000, seed: SEED });
const smallerFit = measure(crossedFit("20,000 ratings, 400 x 1,000 raters", smaller, null, "iterative"));
const smallerExact = measure(crossedFit("the same by the exact route", smaller, null, "exact"));
rows.push(report(smallerFit.measured), report(smallerExact.measured));

const holes = generateSheets(
  { shape: "teams", ratings: 12_000, units: 3000, raters: 100, seed: SEED },
  5,
  0.2,
);
const about = `${holes.score.length} ratings on 5 dimensions, a fifth of the cells missing`;
const holesFit = measure(holedSheets(about, holes, "iterative"));
const holesExact = measure(holedSheets("the same by the exact route", holes, "exact"));
rows.push(report(holesFit.measured), report(holesExact.measured));

const teams = generate({ shape: "teams", ratings: 1_000_000, units: 250_000, raters: 5000, seed: SEED });
const teamsFit = measure(
  crossedFit("1,000,000 ratings, 5,000 raters in teams of 25, 10 % across", teams, 2000, "iterative"),
);
rows.push(report(teamsFit.measured));

const sizes = [10_000, 100_000, 1_000_000].map((ratings) => {
  const data = generate({ shape: "teams", ratings, units: ratings / 4, raters: ratings / 200, seed: SEED });
  const { measured } = measure(crossedFit(`${ratings} ratings, teams`, data, null, "iterative"));
  rows.push(report(measured));
  return { ratings, milliseconds: measured.milliseconds, cpuMilliseconds: measured.cpuMilliseconds };
});
const [small, , large] = sizes;
const exponent = small && large ? Math.log10(large.cpuMilliseconds / small.cpuMilliseconds) / 2 : Number.NaN;

const check = {
  largestDifferenceFromExact: difference(smallerFit.result, smallerExact.result),
  largestDifferenceOnSheetsWithHoles: apart({ ...holesFit.result }, { ...holesExact.result }),
  allowed: LARGEST_DIFFERENCE,
  sameTwice: difference(teamsFit.result, measure(crossedFit("", teams, null, "iterative")).result) === 0,
};
const lme4 = hasLme4()
  ? [campus, teams].map((data, at) => {
      const found = fitWithLme4(data);
      const { measured: ours, result } = at === 0 ? campusFit : teamsFit;
      if (found === null) return null;
      const { candidate: unit, rater, residual } = found;
      const largestDifference = difference(result, { variance: { unit, rater, residual } });
      return {
        work: ours.work,
        ...found,
        ratio: (found.seconds * 1000) / ours.milliseconds,
        largestDifference,
      };
    })
  : null;

say(
  `growth from 10^4 to 10^6 ratings: exponent ${exponent.toFixed(3)} (at most ${LARGEST_EXPONENT})${exponent <= LARGEST_EXPONENT ? "" : "  MISSED"}`,
);
say(
  `largest difference from the exact route: ${(100 * check.largestDifferenceFromExact).toFixed(4)} % , on sheets with holes ${(100 * check.largestDifferenceOnSheetsWithHoles).toFixed(4)} % (allowed ${100 * check.allowed} %)`,
);
/** The most this process ever held, before any row was let go. */
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1000);
say(`most memory at any moment, the generated data with it: ${peakMegabytes} MB`);
say(`the same figures twice: ${check.sameTwice ? "yes" : "NO"}`);
for (const one of lme4 ?? []) {
  if (one) {
    say(
      `lme4 on ${one.blas}: ${one.seconds} s, ${one.ratio.toFixed(1)} times ours, variances within ${(100 * one.largestDifference).toFixed(3)} %: ${one.work}`,
    );
  }
}
if (lme4 === null) say("Rscript with lme4 is not on this machine: no side-by-side.");
if (asJson) {
  const machine = {
    cpu: cpus()[0]?.model ?? "",
    cores: cpus().length,
    arch: arch(),
    memory: totalmem(),
    node: process.version,
  };
  console.log(
    JSON.stringify(
      {
        machine,
        seed: SEED,
        rows,
        peakMegabytes,
        growth: { sizes, exponent, allowed: LARGEST_EXPONENT },
        check,
        lme4,
      },
      null,
      2,
    ),
  );
}
// Times depend on who else uses the machine and only inform; wrong answers, too much memory and growth beyond near
// linear (by processor time, the best of several runs, so others on the machine do not count) fail the bench.
const differences = [check.largestDifferenceFromExact, check.largestDifferenceOnSheetsWithHoles];
const sound = Math.max(...differences) <= LARGEST_DIFFERENCE && check.sameTwice;
const lean = rows.every((row) => row.megabytes < MOST_MEGABYTES);
const nearLinear = exponent <= LARGEST_EXPONENT;
process.exitCode = sound && lean && nearLinear ? 0 : 1;
