import { completeTable } from "../../../stats/agreement/complete-table";
import {
  agreementMeanInterval,
  ICC_FORMS,
  type IccForm,
  icc,
  satterthwaiteDf,
} from "../../../stats/agreement/icc";
import { type TwoWayAnova, twoWayAnova } from "../../../stats/agreement/two-way-anova";
import { mapOutcome } from "../../../stats/outcome";
import { type Family, type Figure, figure } from "../figures";
import { readMatrix } from "../table";

/** McGraw and Wong's names for the same coefficients. */
const MCGRAW_WONG: Readonly<Record<string, IccForm | undefined>> = {
  oneway_single: "ICC1",
  oneway_average: "ICC1k",
  consistency_single: "ICC3",
  consistency_average: "ICC3k",
  agreement_single: "ICC2",
  agreement_average: "ICC2k",
};

/** ICC in six forms with F, p and interval, and the mean squares behind them. */
export const iccFamily: Family = (subject) => {
  const table = completeTable(readMatrix(subject));
  return (stat) => {
    if (!table.ok) return table;
    const anova = twoWayAnova(table.value);
    if (stat === "n") return anova.n;
    if (stat === "k") return anova.k;
    if (stat === "MSB") return anova.msb;
    if (stat === "MSJ") return anova.msj;
    if (stat === "MSE") return anova.mse;
    if (stat === "MSW") return anova.msw;
    if (stat === "icc2_satterthwaite_df") {
      return figure(mapOutcome(icc(anova, "ICC2"), (it) => satterthwaiteDf(anova, it.estimate)));
    }
    return mcGrawWong(anova, stat) ?? shroutFleiss(anova, stat);
  };
};

function shroutFleiss(anova: TwoWayAnova, stat: string): Figure | undefined {
  const [name = "", part = ""] = stat.split("_");
  const form = ICC_FORMS.find((one) => one === name);
  return form ? partOf(anova, form, part) : undefined;
}

function mcGrawWong(anova: TwoWayAnova, stat: string): Figure | undefined {
  const [, name = "", ci = ""] = /^mcgraw_wong_([a-z]+_[a-z]+?)(_ci95)?$/.exec(stat) ?? [];
  const form = MCGRAW_WONG[name];
  if (!form) return undefined;
  if (form === "ICC2k" && ci) return figure(agreementMeanInterval(anova));
  return partOf(anova, form, ci.slice(1));
}

function partOf(anova: TwoWayAnova, form: IccForm, part: string): Figure | undefined {
  const found = icc(anova, form);
  if (!found.ok) return found;
  if (part === "") return found.value.estimate;
  const { test } = found.value;
  if (!test.ok) return test;
  if (part === "F") return test.value.f;
  if (part === "df") return test.value.df;
  if (part === "p") return test.value.p;
  return part === "ci95" ? test.value.interval : undefined;
}
