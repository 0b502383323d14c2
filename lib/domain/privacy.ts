/** Why a person's records must be kept although somebody asks for their erasure. No free text: a reason names nobody. */
export const HOLD_REASONS = ["dispute", "authority", "audit"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const HOLD_LABEL: Record<HoldReason, string> = {
  dispute: "A claim or dispute",
  authority: "An authority asked for it",
  audit: "An audit under way",
};

/** Why a person is erased. `retention` is the daily pass's own. */
export const ERASURE_REASONS = ["asked", "mistake", "retention"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export const ERASURE_LABEL: Record<ErasureReason, string> = {
  asked: "They asked for it",
  mistake: "They should not be here",
  retention: "Kept long enough",
};

/** True when what was typed names the person: case and spaces at the ends apart. */
export function confirmsName(typed: string, name: string): boolean {
  const plain = (text: string) => text.trim().normalize("NFC").toLowerCase();
  return plain(typed) === plain(name);
}
