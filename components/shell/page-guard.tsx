import { AGAIN_KEY, LONGEST_PAUSE_MS, READY, SECOND_TRY_MS, TRIES_COUNT_MS } from "@/lib/client/ready";

/**
 * Runs before any of our files has come. A page whose files do not all come is a picture of one: it never listens, and
 * nobody in it can mend that. It is read anew once the server can work; `useLiveMark` says when it listens.
 */
const GUARD = `(()=>{let away=false,plan;
const mayTryAgain=()=>{const now=Date.now(),tries=JSON.parse(sessionStorage.getItem("${AGAIN_KEY}")??"[]").filter(at=>now-at<${TRIES_COUNT_MS});
if(now-(tries.at(-1)??0)<Math.min(${LONGEST_PAUSE_MS},${SECOND_TRY_MS}*4**(tries.length-1)))return false;
sessionStorage.setItem("${AGAIN_KEY}",JSON.stringify([...tries,now]));return true};
const look=()=>fetch("${READY}",{cache:"no-store"}).then(({ok})=>ok,()=>false).then(ready=>{
if("live" in document.documentElement.dataset)return;
if(ready&&(mayTryAgain()||away)){location.reload();return}
away||=!ready;plan=setTimeout(look,2000)});
addEventListener("error",({target})=>{if(target instanceof HTMLScriptElement&&!plan)plan=setTimeout(look,1000)},true)})()`;

/** Stands before everything that the page loads. */
export function PageGuard({ nonce }: { nonce: string }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constants, under the page's nonce
      dangerouslySetInnerHTML={{ __html: GUARD }}
    />
  );
}
