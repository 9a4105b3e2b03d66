package io.asyncflow.support.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsRuntimeWiring;
import graphql.schema.idl.RuntimeWiring;

/** Tells DGS of our {@link Scalars}. */
@DgsComponent
public class ScalarWiring {

    @DgsRuntimeWiring
    public RuntimeWiring.Builder add(RuntimeWiring.Builder wiring) {
        Scalars.all().forEach(wiring::scalar);
        return wiring;
    }
}
