/** A record of every call made to a backend. */
@NullMarked
package dev.switchboard.activity;

import org.jspecify.annotations.NullMarked;
