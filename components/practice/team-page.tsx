import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import type { PracticeTeam } from "@/lib/contracts/practice";
import { RuleForm } from "./rule-form";
import { readinessWords, ruleWords } from "./words";

const STATE = { ready: "Ready", "not-yet": "Not yet", "too-few": "Too few answers" } as const;
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Who is ready, by name and never by rank. */
export function TeamPage({ team }: { team: PracticeTeam }) {
  const { members, rule, rubricNumber } = team;
  const ready = members.filter(({ readiness }) => readiness.state === "ready").length;
  return (
    <>
      <PageHeader
        title={`${ready} of ${members.length} interviewers are ready`}
        above={`On the anchors of rubric ${rubricNumber}`}
        below={`${ruleWords(rule)} Everybody sees their own figures the moment they score; readiness is asked for again when an anchor changes, not when a weight does.`}
      />
      <Table caption="Readiness of each interviewer, by name">
        <thead>
          <tr>
            <Th>Interviewer</Th>
            <Th>Readiness</Th>
            <Th className="max-sm:hidden">How it stands</Th>
            <Th>Last answer</Th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ member, readiness, lastAt }) => (
            <tr key={member.id}>
              <Th scope="row">
                {member.name}
                <span className="block font-normal text-soft sm:hidden">
                  {readinessWords(readiness, rule)}
                </span>
              </Th>
              <Td className={readiness.state === "ready" ? "font-[560]" : "text-soft"}>
                {STATE[readiness.state]}
              </Td>
              <Td className="text-soft max-sm:hidden">{readinessWords(readiness, rule)}</Td>
              <Td className="whitespace-nowrap text-soft">{lastAt ? DAY.format(new Date(lastAt)) : "–"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <RuleForm rule={rule} />
    </>
  );
}
