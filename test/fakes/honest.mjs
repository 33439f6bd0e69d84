// Does all that it should.
import { serve } from "./oracle.mjs";

serve();
