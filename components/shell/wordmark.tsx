/** A plumb line: a cord and a bob, hanging true. */
export function Wordmark({ named = false }: { named?: boolean }) {
  return (
    <span className="inline-flex items-center gap-3 text-accent">
      <svg viewBox="0 0 16 32" width="16" height="32" aria-hidden="true">
        <path d="M8 0v21" stroke="currentColor" strokeWidth="1.5" />
        <path d="M4.5 20.5h7V24L8 30.5 4.5 24z" fill="currentColor" />
      </svg>
      {named ? (
        <span className="font-serif text-l font-[560] text-ink">Plumbline</span>
      ) : (
        <span className="sr-only">Plumbline</span>
      )}
    </span>
  );
}
