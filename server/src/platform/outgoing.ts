import { type LookupAddress, lookup as lookUp } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Where the program may be sent by an address that somebody of a shop has typed in: http and https, anywhere but
 * link-local addresses and the like, where clouds keep their machines' credentials. Machines on the shop's own network
 * and this one are allowed, since gateways and models may well stand there, and only who may edit the settings can name
 * them.
 */
export function findTarget(url: string): URL | "not_http" | "forbidden" {
  const target = URL.parse(url);
  if (!target || !/^https?:$/.test(target.protocol)) return "not_http";
  // A literal address is never looked up.
  const literal = target.hostname.replace(/^\[|\]$/g, "");
  return isIP(literal) && isForbidden(literal) ? "forbidden" : target;
}

export const linkLocalRefusal = "link-local addresses are not allowed";

const forbidden = new BlockList();
forbidden.addSubnet("169.254.0.0", 16, "ipv4");
forbidden.addSubnet("fe80::", 10, "ipv6");
// The same services under their own IPv6 address.
forbidden.addAddress("fd00:ec2::254", "ipv6");
// Alibaba Cloud keeps them here.
forbidden.addAddress("100.100.100.200", "ipv4");

/** IPv4 written as IPv6 is found by the list too. */
const isForbidden = (address: string): boolean => forbidden.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** Looked up and judged in one step, so that a name can't change its mind between the two. */
export const guardedLookup: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, "", 0);
    const allowed = addresses.filter(({ address }) => !isForbidden(address));
    const [first] = allowed;
    if (!first) return done(new Error(linkLocalRefusal), "", 0);
    if (options.all) return done(null, allowed);
    return done(null, first.address, first.family);
  });
};
