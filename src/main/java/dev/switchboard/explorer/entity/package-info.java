/** Entities: kinds of items that share a table, told apart by the patterns of their keys. */
@NullMarked
package dev.switchboard.explorer.entity;

import org.jspecify.annotations.NullMarked;
