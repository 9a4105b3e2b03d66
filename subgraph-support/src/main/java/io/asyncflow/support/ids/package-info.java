/** TypeIDs: typed, sortable identifiers that say what they name. */
@NullMarked
package io.asyncflow.support.ids;

import org.jspecify.annotations.NullMarked;
