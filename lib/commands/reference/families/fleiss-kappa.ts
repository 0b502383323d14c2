import { completeTable } from "../../../stats/agreement/complete-table";
import { countByUnit } from "../../../stats/agreement/counts";
import { type FleissClassic, fleissClassic } from "../../../stats/agreement/fleiss-classic";
import { fleissKappa } from "../../../stats/agreement/fleiss-kappa";
import { gwetAc } from "../../../stats/agreement/gwet-ac";
import { agreementProfile } from "../../../stats/agreement/profile";
import { weightTable } from "../../../stats/agreement/weights";
import { ratingsOfTable } from "../../../stats/ratings";
import { type Family, type Figure, figure } from "../figures";
import { readMatrix } from "../table";
import { categoriesOf, part } from "./chance-corrected-agreement";

const CLASSIC: Readonly<Record<string, ((it: FleissClassic) => Figure) | undefined>> = {
  kappa: (it) => it.kappa,
  z: (it) => it.z,
  se0: (it) => it.nullError,
  kappa_exact_conger: (it) => it.conger,
  kappa_per_category: (it) => it.perCategory.map((one) => figure(one)),
};

/** Fleiss' kappa of complete tables, with the null test, Conger's form and Gwet's interval. */
export const fleissKappaFamily: Family = (subject) => {
  const table = readMatrix(subject);
  const counts = countByUnit(ratingsOfTable(table));
  return (stat) => {
    if (!counts.ok) return counts;
    const categories = categoriesOf(subject, counts.value);
    const classic = CLASSIC[stat];
    if (classic) {
      const complete = completeTable(table);
      const found = complete.ok ? fleissClassic(complete.value, categories) : complete;
      return found.ok ? classic(found.value) : found;
    }
    const profile = agreementProfile(counts.value, categories, weightTable(categories, "unweighted"));
    if (!profile.ok) return profile;
    if (stat === "se_nonnull") return part(fleissKappa(profile.value), "se");
    if (stat === "ci95") return part(fleissKappa(profile.value), "ci95");
    if (stat === "AC1") return part(gwetAc(profile.value), "");
    if (stat === "AC1_se") return part(gwetAc(profile.value), "se");
    if (stat === "AC1_ci95") return part(gwetAc(profile.value), "ci95");
    return undefined;
  };
};
