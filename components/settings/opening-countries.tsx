"use client";

import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import { placeOpeningContract, type Retention } from "@/lib/contracts/privacy";
import type { Country } from "@/lib/domain/retention";
import { problemWords } from "./use-member-changes";

/** "The organisation's own", as a select can hold it. */
const OWN = "own";

/** Openings elsewhere than the organisation: their candidates are kept by that country's rule. */
export function OpeningCountries({ retention: { openings, rules } }: { retention: Retention }) {
  const router = useRouter();
  const nameOf = (country: Country | null) =>
    rules.find((rule) => rule.country === country)?.name ?? "the organisation’s own country";

  async function place(opening: Retention["openings"][number], country: Country | null): Promise<void> {
    const put = async (to: Country | null) => {
      await call(placeOpeningContract, { openingId: opening.id, country: to });
      router.refresh();
    };
    try {
      await put(country);
      toastDone(`${opening.title} goes by ${nameOf(country)}`, () => void put(opening.country));
    } catch (error) {
      toastProblem(`${opening.title} was not changed`, problemWords(error));
    }
  }

  return (
    <section aria-labelledby="openings">
      <h2 id="openings" className="mb-3">
        Openings in other countries
      </h2>
      {openings.length === 0 ? (
        <p className="text-s text-soft">
          There is no opening yet: the first comes with a file, under Import.
        </p>
      ) : (
        <ul className="grid max-w-[56rem] gap-4 sm:grid-cols-2">
          {openings.map((opening) => (
            <li key={opening.id}>
              <Select
                label={opening.title}
                value={opening.country ?? OWN}
                options={[
                  { value: OWN, label: "The organisation’s own" },
                  ...rules.map(({ country, name }) => ({ value: country, label: name })),
                ]}
                onChange={({ target: { value } }) =>
                  void place(opening, rules.find(({ country }) => country === value)?.country ?? null)
                }
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
