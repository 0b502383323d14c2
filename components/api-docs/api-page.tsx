import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

import { API_ROOT, type Contract } from "@/lib/contracts/contract";
import { type ApiField, fieldsOf } from "./fields";

/** Every address of the API, rendered from the contracts the server itself checks with. */
export function ApiPage({ contracts }: { contracts: readonly Contract[] }) {
  return (
    <>
      <PageHeader
        title="API"
        above={`${contracts.length} addresses under ${API_ROOT}`}
        below="The screens use these very addresses. A request carries your session or an API token; an answer is JSON, a refusal is a problem with a code and a sentence."
        actions={
          <a href={`${API_ROOT}/openapi.json`} className={buttonClass("plain", "s")}>
            OpenAPI document
          </a>
        }
      />
      <div className="grid gap-10">
        {contracts.map((contract) => (
          <Address key={contract.name} contract={contract} />
        ))}
      </div>
    </>
  );
}

function Address({ contract }: { contract: Contract }) {
  return (
    <section
      id={contract.name}
      aria-labelledby={`${contract.name}-title`}
      data-print="whole"
      className="border-t border-line-strong pt-4"
    >
      <h2 id={`${contract.name}-title`} className="font-mono text-m break-all">
        <span className="mr-3 text-accent">{contract.method}</span>
        {API_ROOT}
        {contract.path}
      </h2>
      <p className="mt-1 max-w-[72ch] text-soft">{contract.summary}</p>
      <div className="mt-3 grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <Fields title="In" fields={fieldsOf(contract.input, "input")} none="Nothing" />
        <Fields
          title="Out"
          fields={fieldsOf(contract.output, "output")}
          none={contract.answers === "file" ? "A file" : "Nothing"}
        />
      </div>
    </section>
  );
}

function Fields({ title, fields, none }: { title: string; fields: ApiField[]; none: string }) {
  return (
    <div className="min-w-0">
      <h3 className="text-s">{title}</h3>
      {fields.length === 0 ? (
        <p className="text-s text-soft">{none}</p>
      ) : (
        <dl className="text-s">
          {fields.map((field) => (
            <div
              key={field.name}
              className="grid grid-cols-[10rem_minmax(0,1fr)] gap-3 border-b border-line py-1.5 last:border-b-0"
            >
              <dt className="font-mono text-xs leading-5 break-words">
                {field.name}
                {!field.required && <span className="text-soft"> (optional)</span>}
              </dt>
              <dd className="font-mono text-xs leading-5 break-words text-soft">{field.type}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
