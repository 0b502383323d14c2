"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Td, Th } from "@/components/ui/table";
import { toastDone, toastProblem } from "@/components/ui/toasts";
import { call } from "@/lib/client/api";
import {
  type ListedRubric,
  reinstateRubricContract,
  retireRubricContract,
} from "@/lib/contracts/rubric-versions";

interface VersionLineProps {
  version: ListedRubric;
  current: boolean;
  /** The version before it, to lie beside. */
  before: string | null;
  mayRetire: boolean;
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** One version: since when, why, how many interviews stand on it. */
export function VersionLine({ version, current, before, mayRetire }: VersionLineProps) {
  const { id, number, state, publishedAt, reason, interviews } = version;
  const router = useRouter();
  const take = async (
    step: typeof retireRubricContract | typeof reinstateRubricContract,
    done: string,
    undo?: () => void,
  ) => {
    try {
      await call(step, { rubricId: id });
      toastDone(done, undo);
      router.refresh();
    } catch (problem) {
      toastProblem("That did not work", problem instanceof Error ? problem.message : "");
    }
  };
  const retire = () =>
    take(retireRubricContract, `Rubric ${number} is retired; what was scored on it stays`, () => {
      void take(reinstateRubricContract, `Rubric ${number} is back in use`);
    });
  return (
    <tr>
      <Th scope="row">
        Rubric {number}
        <span className={clsx("block", !current && "font-normal")}>{current ? "in use" : state}</span>
        <span className="block text-xs font-normal text-soft">
          {publishedAt && (
            <>
              {DAY.format(new Date(publishedAt))}
              <br />
            </>
          )}
          {interviews} {interviews === 1 ? "interview" : "interviews"}
        </span>
      </Th>
      <Td>
        <p>{reason || "Not published yet"}</p>
        {/* Quiet buttons: their words begin where the reason does. */}
        <span className="mt-1 -ml-3 flex flex-wrap gap-1">
          {state === "draft" ? (
            <LinkButton
              size="s"
              className="ml-3"
              aria-label={`Edit rubric ${number}`}
              href={`/rubric/versions/${id}/edit`}
            >
              Edit
            </LinkButton>
          ) : (
            <LinkButton
              size="s"
              look="quiet"
              aria-label={`Read rubric ${number}`}
              href={`/rubric/versions/${id}`}
            >
              Read
            </LinkButton>
          )}
          {before && (
            <LinkButton
              size="s"
              look="quiet"
              aria-label={`What changed in ${number}`}
              href={`/rubric/compare?from=${before}&to=${id}`}
            >
              What changed
            </LinkButton>
          )}
          <a
            href={`/api/v1/rubrics/${id}/file`}
            download
            aria-label={`Rubric ${number} as a file`}
            className="inline-flex min-h-8 items-center rounded-m px-3 text-s text-soft no-underline hover:bg-sunk hover:text-ink pointer-coarse:min-h-11"
          >
            As a file
          </a>
          {mayRetire && state === "published" && (
            <Button
              size="s"
              look="quiet"
              aria-label={`Retire rubric ${number}`}
              onClick={() => void retire()}
            >
              Retire
            </Button>
          )}
        </span>
      </Td>
    </tr>
  );
}
