/** Two arrows passing each other: ours white, the charge point's mint. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <rect width="24" height="24" rx="6" fill="var(--us-fill)" />
      <path d="M5.5 9h10.5M13 6l3 3-3 3" stroke="#fff" />
      <path d="M18.5 15.5H8M11 12.5l-3 3 3 3" stroke="#8DF0DF" />
    </svg>
  );
}
