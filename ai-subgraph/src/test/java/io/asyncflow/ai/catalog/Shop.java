package io.asyncflow.ai.catalog;

import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small shop, written by hand so that a reader sees at once what goes with what. */
public final class Shop {

    public static final ProductProfile LINEN_CUSHION = product("linen-cushion", "린넨 쿠션 커버", "Linen cushion cover")
            .about("숨 쉬는 린넨으로 만든 쿠션 커버", "A cushion cover of breathing linen, washed soft")
            .type("Cushions", "Hanok Living")
            .attributes("material=linen", "colour=beige", "room=living room", "season=summer")
            .tags("natural", "washable")
            .collections("living-room", "all")
            .price(29_000)
            .build();
    public static final ProductProfile STRIPED_CUSHION = product(
                    "striped-cushion", "줄무늬 린넨 쿠션", "Striped linen cushion")
            .about("줄무늬로 짠 린넨 쿠션", "A linen cushion with woven stripes")
            .type("Cushions", "Hanok Living")
            .attributes("material=linen", "colour=blue", "room=living room", "season=summer")
            .tags("natural")
            .collections("living-room", "all")
            .price(32_000)
            .build();
    public static final ProductProfile SOLD_OUT_CUSHION = product(
                    "sold-out-cushion", "린넨 쿠션 커버 대형", "Large linen cushion cover")
            .about("숨 쉬는 린넨으로 만든 큰 쿠션 커버", "A large cushion cover of breathing linen, washed soft")
            .type("Cushions", "Hanok Living")
            .attributes("material=linen", "colour=beige", "room=living room", "season=summer")
            .tags("natural", "washable")
            .collections("living-room", "all")
            .price(35_000)
            .soldOut()
            .build();
    public static final ProductProfile VELVET_CUSHION = product("velvet-cushion", "벨벳 쿠션", "Velvet cushion")
            .about("겨울에 어울리는 포근한 벨벳 쿠션", "A warm velvet cushion for winter evenings")
            .type("Cushions", "Mono Studio")
            .attributes("material=velvet", "colour=green", "room=living room", "season=winter")
            .tags("cosy")
            .collections("living-room", "all")
            .price(39_000)
            .build();
    public static final ProductProfile LINEN_THROW = product("linen-throw", "린넨 담요", "Linen throw")
            .about("거실 소파에 걸치는 가벼운 린넨 담요", "A light linen throw for the sofa")
            .type("Throws", "Loom & Co")
            .attributes("material=linen", "colour=beige", "room=living room", "season=summer")
            .tags("natural")
            .collections("living-room", "all")
            .price(59_000)
            .build();
    public static final ProductProfile WOOL_BLANKET = product("wool-blanket", "울 담요", "Wool blanket")
            .about("침실을 따뜻하게 하는 두꺼운 울 담요", "A heavy wool blanket that warms the bedroom")
            .type("Throws", "Loom & Co")
            .attributes("material=wool", "colour=grey", "room=bedroom", "season=winter")
            .tags("cosy")
            .collections("all")
            .price(89_000)
            .build();
    public static final ProductProfile FLOOR_LAMP = product("floor-lamp", "참나무 스탠드 조명", "Oak floor lamp")
            .about("거실 구석을 밝히는 참나무 조명", "An oak lamp that lights a corner of the room")
            .type("Lamps", "Lumen")
            .attributes("material=oak", "room=living room", "style=scandinavian")
            .collections("living-room", "all")
            .price(129_000)
            .build();
    public static final ProductProfile DESK_LAMP = product("desk-lamp", "알루미늄 책상 조명", "Aluminium desk lamp")
            .about("일할 때 눈이 편한 책상 조명", "A lamp that is kind to working eyes")
            .type("Lamps", "Lumen")
            .attributes("material=aluminium", "room=home office", "use=work")
            .collections("home-office", "all")
            .price(79_000)
            .build();
    public static final ProductProfile DESK = product("desk", "참나무 책상", "Oak desk")
            .about("서랍이 둘 있는 참나무 책상", "An oak desk with two drawers")
            .type("Desks", "Mono Studio")
            .attributes("material=oak", "room=home office", "use=work", "style=scandinavian")
            .collections("home-office", "all")
            .price(240_000)
            .build();
    public static final ProductProfile OFFICE_CHAIR = product("office-chair", "사무용 의자", "Office chair")
            .about("허리를 받쳐 주는 메쉬 의자", "A mesh chair that supports the back")
            .type("Chairs", "Mono Studio")
            .attributes("material=mesh", "room=home office", "use=work")
            .collections("home-office", "all")
            .price(190_000)
            .build();
    public static final ProductProfile GREEN_TEA = product("green-tea", "제주 녹차", "Jeju green tea")
            .about("제주 햇녹차 잎차", "Loose leaf green tea from Jeju, first flush")
            .type("Tea", "Jeju Tea")
            .attributes("origin=Jeju", "occasion=tea time")
            .tags("vegan")
            .collections("tea", "all")
            .price(18_000)
            .build();
    public static final ProductProfile BLACK_TEA = product("black-tea", "얼그레이 홍차", "Earl Grey black tea")
            .about("베르가못 향을 입힌 홍차 잎차", "Loose leaf black tea scented with bergamot")
            .type("Tea", "Hadong Garden")
            .attributes("origin=Hadong", "occasion=tea time")
            .tags("vegan")
            .collections("tea", "all")
            .price(16_000)
            .build();
    public static final ProductProfile TEAPOT = product("teapot", "백자 찻주전자", "White porcelain teapot")
            .about("장인이 빚은 백자 찻주전자", "A porcelain teapot thrown by hand")
            .type("Teaware", "Icheon Kiln")
            .attributes("material=porcelain", "occasion=tea time")
            .tags("handmade")
            .collections("tea", "all")
            .price(48_000)
            .build();
    public static final ProductProfile TEACUPS = product("teacups", "백자 찻잔 세트", "White porcelain teacups")
            .about("백자 찻잔 두 개 한 벌", "A pair of porcelain cups thrown by hand")
            .type("Teaware", "Icheon Kiln")
            .attributes("material=porcelain", "occasion=tea time")
            .tags("handmade")
            .collections("tea", "all")
            .price(36_000)
            .build();
    public static final ProductProfile RUNNING_SHOES = product("running-shoes", "러닝화", "Running shoes")
            .about("가벼운 여름 러닝화", "Light road shoes for summer runs")
            .type("Shoes", "Stride")
            .attributes("use=running", "season=summer")
            .collections("sport", "all")
            .price(119_000)
            .build();
    public static final ProductProfile TRAIL_SHOES = product("trail-shoes", "등산화", "Trail shoes")
            .about("비 오는 산길에서도 미끄럽지 않은 등산화", "Shoes that hold on wet mountain paths")
            .type("Shoes", "Stride")
            .attributes("use=hiking")
            .collections("sport", "all")
            .price(139_000)
            .build();
    public static final ProductProfile RUNNING_SOCKS = product("running-socks", "러닝 양말", "Running socks")
            .about("물집을 막는 러닝 양말", "Socks that keep blisters away")
            .type("Socks", "Stride")
            .attributes("use=running", "season=summer")
            .collections("sport", "all")
            .price(12_000)
            .build();
    public static final ProductProfile RAIN_JACKET = product("rain-jacket", "방수 재킷", "Rain jacket")
            .about("산에서 비를 막아 주는 재킷", "A jacket against rain in the mountains")
            .type("Jackets", "Norang")
            .attributes("use=hiking")
            .collections("sport", "all")
            .price(159_000)
            .build();
    public static final ProductProfile GIFT_CARD = product("gift-card", "상품권", "Gift card")
            .about("", "")
            .type("Gift cards", "AsyncFlow")
            .build();

    public static final List<ProductProfile> PRODUCTS = List.of(
            LINEN_CUSHION,
            STRIPED_CUSHION,
            SOLD_OUT_CUSHION,
            VELVET_CUSHION,
            LINEN_THROW,
            WOOL_BLANKET,
            FLOOR_LAMP,
            DESK_LAMP,
            DESK,
            OFFICE_CHAIR,
            GREEN_TEA,
            BLACK_TEA,
            TEAPOT,
            TEACUPS,
            RUNNING_SHOES,
            TRAIL_SHOES,
            RUNNING_SOCKS,
            RAIN_JACKET,
            GIFT_CARD);

    private Shop() {}

    public static Draft product(String handle, String korean, String english) {
        return new Draft(handle, korean, english);
    }

    /** The same handle always gives the same id. */
    public static ProductId id(String handle) {
        return new ProductId(UUID.nameUUIDFromBytes(handle.getBytes(StandardCharsets.UTF_8)));
    }

    /** A product in the making. */
    public static final class Draft {

        private final String handle;
        private final ProductProfile.Bilingual title;
        private ProductProfile.Bilingual description = new ProductProfile.Bilingual("", "");
        private String type = "";
        private String vendor = "";
        private List<String> tags = List.of();
        private final List<ProductProfile.Attribute> attributes = new ArrayList<>();
        private List<String> collections = List.of();
        private @Nullable Money price;
        private boolean available = true;

        private Draft(String handle, String korean, String english) {
            this.handle = handle;
            this.title = new ProductProfile.Bilingual(korean, english);
        }

        public Draft about(String korean, String english) {
            description = new ProductProfile.Bilingual(korean, english);
            return this;
        }

        public Draft type(String itsType, String itsVendor) {
            type = itsType;
            vendor = itsVendor;
            return this;
        }

        public Draft attributes(String... pairs) {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                attributes.add(new ProductProfile.Attribute(pair.substring(0, equals), pair.substring(equals + 1)));
            }
            return this;
        }

        public Draft tags(String... itsTags) {
            tags = List.of(itsTags);
            return this;
        }

        public Draft collections(String... handles) {
            collections = List.of(handles);
            return this;
        }

        public Draft price(long won) {
            price = new Money(won, CurrencyCode.KRW);
            return this;
        }

        public Draft soldOut() {
            available = false;
            return this;
        }

        public ProductProfile build() {
            return new ProductProfile(
                    id(handle),
                    handle,
                    title,
                    description,
                    vendor,
                    type,
                    tags,
                    attributes,
                    collections,
                    price,
                    available);
        }
    }
}
