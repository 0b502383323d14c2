/** What this deployment is, as the door tells it to the verbs of a directory. */
export interface SeenFrom {
  /** The address of `/api/scim/v2`, as the directory knows it. */
  base: string;
  /** The OpenID issuer whose subjects the directory's external ids are; null: nobody signs in by one. */
  issuer: string | null;
}
