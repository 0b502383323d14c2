import { z } from "zod";

// zod would probe for `new Function`, which the content policy forbids and the browser would report.
z.config({ jitless: true });
