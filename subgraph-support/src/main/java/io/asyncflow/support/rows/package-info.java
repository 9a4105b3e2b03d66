/** Reading rows of the database. */
@NullMarked
package io.asyncflow.support.rows;

import org.jspecify.annotations.NullMarked;
