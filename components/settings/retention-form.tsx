"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Table, Td, Th } from "@/components/ui/table";
import { toastDone } from "@/components/ui/toasts";
import { Toggle } from "@/components/ui/toggle";
import { call } from "@/lib/client/api";
import { changeRetentionContract, type Retention } from "@/lib/contracts/privacy";
import { type Country, GRACE_DAYS, RETENTION_MONTHS } from "@/lib/domain/retention";
import { problemWords } from "./use-member-changes";
import { dayInUtc } from "./utc";

/** How long by country, and whether it happens by itself. Saved whole: half a rule is none. */
export function RetentionForm({ retention }: { retention: Retention }) {
  const router = useRouter();
  const [country, setCountry] = useState<Country>(retention.country);
  const [automatic, setAutomatic] = useState(retention.erasesFrom !== null);
  const [months, setMonths] = useState(
    Object.fromEntries(retention.rules.map((rule) => [rule.country, String(rule.months)])),
  );
  const [problem, setProblem] = useState<string | null>(null);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setProblem(null);
    const asked = changeRetentionContract.input.safeParse({
      country,
      automatic,
      months: Object.fromEntries(Object.entries(months).map(([one, text]) => [one, Number(text)])),
    });
    if (!asked.success) {
      return setProblem(
        `Write whole months from ${RETENTION_MONTHS.least} to ${RETENTION_MONTHS.most} for each country`,
      );
    }
    try {
      const { erasesFrom } = await call(changeRetentionContract, asked.data);
      toastDone(
        erasesFrom
          ? `Saved. The daily pass erases from ${dayInUtc(erasesFrom)} on; until then nobody goes by age`
          : "Saved. Nobody is erased by age; who is due is listed",
      );
      router.refresh();
    } catch (error) {
      setProblem(problemWords(error));
    }
  }

  return (
    <section aria-labelledby="retention">
      <h2 id="retention" className="mb-1">
        How long candidates are kept
      </h2>
      <p className="mb-4 max-w-[72ch] text-s text-soft">
        Counted from the last interview or scorecard. Whoever is in several openings is kept by the longest of
        them. The months that ship are what is usual, not legal advice.
      </p>
      <form onSubmit={save} noValidate className="max-w-[56rem]">
        <Select
          label="Openings that name no country of their own are in"
          className="mb-4 max-w-[24rem]"
          value={country}
          options={retention.rules.map((rule) => ({ value: rule.country, label: rule.name }))}
          onChange={(event) => setCountry(event.target.value as Country)}
        />
        <Table caption="Months by country" dense>
          <thead>
            <tr>
              <Th>Country</Th>
              <Th className="w-24">Months</Th>
              <Th className="max-sm:hidden">Why that long</Th>
            </tr>
          </thead>
          <tbody>
            {retention.rules.map(({ country: one, name, standard, because }) => (
              <tr key={one}>
                <Th scope="row">{name}</Th>
                <Td>
                  <input
                    type="number"
                    inputMode="numeric"
                    min={RETENTION_MONTHS.least}
                    max={RETENTION_MONTHS.most}
                    aria-label={`Months in ${name}`}
                    value={months[one] ?? ""}
                    onChange={(event) => setMonths({ ...months, [one]: event.target.value })}
                    className="h-9 w-20 rounded-m border border-line-strong bg-sheet px-2 text-s tabular-nums pointer-coarse:h-11"
                  />
                </Td>
                <Td className="text-soft max-sm:hidden">
                  {because}
                  {months[one] !== String(standard) && <span className="block">Usual: {standard}</span>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <Toggle
          className="mt-4 max-w-[36rem]"
          checked={automatic}
          onChange={(event) => setAutomatic(event.target.checked)}
        >
          Erase by itself whoever was kept that long
        </Toggle>
        <p className="mt-1 mb-4 max-w-[72ch] text-s text-soft">
          {stateWords(retention.erasesFrom)} After each change nobody is erased by it for {GRACE_DAYS} days. A
          legal hold always wins.
        </p>
        {problem && (
          <p role="alert" className="mb-3 text-s font-[560] text-warn">
            {problem}
          </p>
        )}
        <Button type="submit">Save the rules</Button>
      </form>
    </section>
  );
}

function stateWords(erasesFrom: string | null): string {
  if (erasesFrom === null) return "Off now: who is due is listed below, and stays until you erase them.";
  return `On now: the daily pass erases from ${dayInUtc(erasesFrom)} on.`;
}
