/** Rendered for every request, as each signed-in page is. */
export const dynamic = "force-dynamic";

/** The least a page can be: what Next itself costs. */
export default function BarePage() {
  return <p>Bare</p>;
}
