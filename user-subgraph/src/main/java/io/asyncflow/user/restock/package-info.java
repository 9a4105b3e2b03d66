/** Back in stock: who wants to be told, and that they are. */
@NullMarked
package io.asyncflow.user.restock;

import org.jspecify.annotations.NullMarked;
