/** The programs that the documentation shows. They see what a user sees: public types only. */
@NullMarked
package docs.recording;

import org.jspecify.annotations.NullMarked;
