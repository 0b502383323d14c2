import { MessagePage } from "@/components/sign-in/message-page";
import { Page as Margins } from "@/components/ui/page";

export default function NotFound() {
  return (
    <Margins width="reading">
      <MessagePage title="Nothing here for you" href="/" action="To my page">
        Either there is no such page, or it is not yours to see. If somebody sent you the link, ask them what
        it shows.
      </MessagePage>
    </Margins>
  );
}
