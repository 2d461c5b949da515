/** The programs of the page about the server. They see what a user sees: public types only. */
@NullMarked
package docs.server;

import org.jspecify.annotations.NullMarked;
