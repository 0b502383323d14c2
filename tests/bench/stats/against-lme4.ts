import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { Ratings } from "../../../lib/stats/ratings";

/** The same data in the same minute by lme4, with the BLAS it ran on. */
const answer = z.object({
  seconds: z.number(),
  blas: z.string(),
  candidate: z.number(),
  rater: z.number(),
  residual: z.number(),
});

export type Lme4 = z.infer<typeof answer>;

const SCRIPT = `
suppressMessages(library(lme4))
d <- read.csv(commandArgs(TRUE)[1], colClasses = c("factor", "factor", "numeric"))
t <- system.time(m <- lmer(score ~ 1 + (1 | candidate) + (1 | rater), d, control = lmerControl(calc.derivs = FALSE)))
v <- as.data.frame(VarCorr(m))
pick <- function(g) v$vcov[v$grp == g]
cat(sprintf('{"seconds":%.3f,"blas":"%s","candidate":%.10g,"rater":%.10g,"residual":%.10g}',
  t[["elapsed"]], sub("^.*/([^/]+/[^/]+)$", "\\\\1", extSoftVersion()[["BLAS"]]), pick("candidate"), pick("rater"), pick("Residual")))
`;

/** True when Rscript with lme4 is on this machine. */
export function hasLme4(): boolean {
  return spawnSync("Rscript", ["-e", "stopifnot(requireNamespace('lme4', quietly = TRUE))"]).status === 0;
}

/** Fits the ratings with lme4; null when it failed. */
export function fitWithLme4(ratings: Ratings): Lme4 | null {
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-bench-"));
  try {
    const file = path.join(folder, "ratings.csv");
    const rows = Array.from(ratings.score, (score, k) => `${ratings.unit[k]},${ratings.rater[k]},${score}`);
    writeFileSync(file, `candidate,rater,score\n${rows.join("\n")}\n`);
    const run = spawnSync("Rscript", ["-e", SCRIPT, file], { encoding: "utf8" });
    const found = /\{.*\}/.exec(run.stdout ?? "")?.[0];
    return run.status === 0 && found ? answer.parse(JSON.parse(found)) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
