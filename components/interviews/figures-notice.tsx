import { TextLink } from "@/components/ui/link-button";
import { LocalTime } from "@/components/ui/local-time";

/** One line for the person whom figures speak of, for as long as nobody else reads them. */
export function FiguresNotice({ opensAt }: { opensAt: string | null }) {
  return (
    <p className="mb-8 border-l-2 border-accent pl-3 text-s">
      <TextLink href="/panels/mine">Your figures</TextLink> are ready. Leads see them{" "}
      {opensAt ? (
        <>
          on <LocalTime iso={opensAt} show="day" />, or when you share them.
        </>
      ) : (
        "when you share them."
      )}
    </p>
  );
}
