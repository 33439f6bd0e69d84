/** The domains that are built. A new one is added here, and the compiler names the rooms to fill. */
export const DOMAIN_IDS = ["pymalloc"] as const;

export type DomainId = (typeof DOMAIN_IDS)[number];

export function isDomainId(text: string): text is DomainId {
  return (DOMAIN_IDS as readonly string[]).includes(text);
}
