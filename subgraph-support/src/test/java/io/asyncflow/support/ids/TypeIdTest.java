package io.asyncflow.support.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.support.errors.BadInput;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeIdTest {

    /** Pairs from the TypeID specification's list of valid ids. */
    @ParameterizedTest
    @CsvSource({
        "prefix_00000000000000000000000000, 00000000-0000-0000-0000-000000000000",
        "prefix_00000000000000000000000001, 00000000-0000-0000-0000-000000000001",
        "prefix_0000000000000000000000000z, 00000000-0000-0000-0000-00000000001f",
        "prefix_7zzzzzzzzzzzzzzzzzzzzzzzzz, ffffffff-ffff-ffff-ffff-ffffffffffff",
        "prefix_0123456789abcdefghjkmnpqrs, 0110c853-1d09-52d8-d73e-1194e95b5f19",
        "prefix_01h455vb4pex5vsknk084sn02q, 01890a5d-ac96-774b-bcce-b302099a8057",
    })
    void agreesWithTheSpecification(String text, UUID uuid) {
        assertThat(TypeId.format("prefix", uuid)).isEqualTo(text);
        assertThat(TypeId.parse("prefix", "id", text)).isEqualTo(uuid);
    }

    @Test
    void readsBackWhateverItPrints() {
        var random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            var uuid = new UUID(random.nextLong(), random.nextLong());
            assertThat(TypeId.parse("product", "id", TypeId.format("product", uuid)))
                    .isEqualTo(uuid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product_",
                "product_0000000000000000000000000",
                "product_000000000000000000000000000",
                "product_80000000000000000000000000",
                "product_0000000000000000000000000u",
                "product_0000000000000000000000000L",
                "product_0000000000000000000000000가",
                "product_0000000000000000000000000 ",
            })
    void refusesWhatIsNotAnId(String text) {
        assertThatThrownBy(() -> TypeId.parse("product", "id", text))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("id is not a well-formed id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "user_01h455vb4pex5vsknk084sn02q",
                "01h455vb4pex5vsknk084sn02q",
                "Product_01h455vb4pex5vsknk084sn02q"
            })
    void refusesTheIdOfSomethingElse(String text) {
        assertThatThrownBy(() -> TypeId.parse("product", "productId", text))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("productId must be the id of a product");
    }

    @Test
    void findsThePrefixOfAnyId() {
        assertThat(TypeId.prefixOf("order_line_01h455vb4pex5vsknk084sn02q")).isEqualTo("order_line");
        assertThat(TypeId.prefixOf("nothing")).isEmpty();
    }
}
