import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Th } from "@/components/ui/table";
import type { RubricList } from "@/lib/contracts/rubric-versions";
import { DraftActions } from "./draft-actions";
import { VersionLine } from "./version-line";

/** Every version of the rubric, newest first: what is in use, what was, and the draft of what may be. */
export function VersionsPage({ list }: { list: RubricList }) {
  const { versions, currentId, mayEdit } = list;
  const current = versions.find(({ id }) => id === currentId);
  const draft = versions.find(({ state }) => state === "draft");
  return (
    <>
      <PageHeader
        title={`Rubric ${current?.number ?? ""} is in use${draft ? `, rubric ${draft.number} is a draft` : ""}`}
        above="Versions of the rubric"
        below="A published version never changes. An interview keeps the version it began with; figures across versions carry a warning."
        actions={
          <>
            <LinkButton href="/rubric">Read the one in use</LinkButton>
            {mayEdit && <DraftActions draftId={draft?.id ?? null} />}
          </>
        }
      />
      <Table caption="Rubric versions">
        <thead>
          <tr>
            <Th className="w-32 md:w-56">Version</Th>
            <Th>Why it differs</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version, place) => (
            <VersionLine
              key={version.id}
              version={version}
              current={version.id === currentId}
              before={versions.slice(place + 1).find(({ state }) => state !== "draft")?.id ?? null}
              mayRetire={mayEdit && versions.filter(({ state }) => state === "published").length > 1}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}
