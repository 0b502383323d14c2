import { Notice } from "@/components/ui/notice";

/** A token's secret, told this once. */
export function NewTokenNotice({ name, token }: { name: string; token: string }) {
  return (
    <div className="mb-8">
      <Notice live title={`Copy ${name} now: it is not shown again`}>
        <code className="mt-1 block font-mono text-s break-all select-all">{token}</code>
      </Notice>
    </div>
  );
}
