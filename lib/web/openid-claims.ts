type Claims = { readonly email?: unknown; readonly email_verified?: unknown };

/**
 * What an ID token and the userinfo endpoint say together; the latter has the last word. An address and whether it was
 * verified are one statement: the one's word about its address never vouches for the other's.
 */
export function mergeClaims<T extends Claims, U extends Claims>(idToken: T, userinfo: U) {
  const { email, email_verified } = Object.hasOwn(userinfo, "email") ? userinfo : idToken;
  return { ...idToken, ...userinfo, email, email_verified };
}

/** The address that the provider calls verified. */
export function verifiedEmail(claims: Claims | undefined): string | null {
  return claims?.email_verified === true && typeof claims.email === "string" ? claims.email : null;
}
