// Reads hello and says nothing.
import { serve } from "./oracle.mjs";

serve({ hello() {} });
