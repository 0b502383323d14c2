/** Hatched, in words: no data is neither low nor zero. */
export function NoData({ children, className = "" }: { children: string; className?: string }) {
  return (
    <span
      className={`inline-block rounded-s bg-[repeating-linear-gradient(-45deg,transparent_0_5px,var(--line)_5px_6px)] px-2 py-1 text-xs whitespace-nowrap text-soft ${className}`}
    >
      <span className="bg-paper px-1.5">{children}</span>
    </span>
  );
}
