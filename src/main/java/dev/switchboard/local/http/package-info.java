/** The HTTP servers of the local engines, which refuse what a web page could send. */
@NullMarked
package dev.switchboard.local.http;

import org.jspecify.annotations.NullMarked;
