"use client";

import { FailurePage } from "@/components/shell/failure-page";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <FailurePage digest={error.digest} />;
}
