package io.asyncflow.user.partner;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All partners, in PostgreSQL. */
@Component
public class Partners {

    private static final Keyset<Partner> ORDER = Keyset.<Partner>ordered("PARTNERS")
            .by("name", "text", Partner::name)
            .by("id", "uuid", partner -> partner.id().uuid());

    private final DatabaseClient database;
    private final Clock clock;

    Partners(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Mono<Partner> byId(PartnerId id) {
        return database.sql("""
                        select id, name, contact_email, status, rate_plan, created_at
                          from partner
                         where id = :id""").bind("id", id.uuid()).map(Partners::partner).one();
    }

    public Mono<Connection<Partner>> list(PageRequest page) {
        String sql = """
                select id, name, contact_email, status, rate_plan, created_at
                  from partner
                 where %s
                 order by %s
                 limit :limit""".formatted(ORDER.where(page), ORDER.orderBy(page));
        return ORDER.bind(database.sql(sql), page)
                .bind("limit", page.limit())
                .map(Partners::partner)
                .all()
                .collectList()
                .map(rows -> ORDER.connection(page, rows, null));
    }

    public Mono<Partner> add(PartnerInput input) {
        return database.sql("""
                        insert into partner (id, name, contact_email, status, rate_plan, created_at)
                        values (:id, :name, :contact, 'ACTIVE', :plan, :now)
                        returning id, name, contact_email, status, rate_plan, created_at""")
                .bind("id", Uuid7.next(clock))
                .bind("name", input.tidyName())
                .bind("contact", input.contact().text())
                .bind("plan", input.ratePlan().name())
                .bind("now", clock.instant())
                .map(Partners::partner)
                .one();
    }

    /** Serves the partner from now on, or no more: its keys and its clients' secrets are refused then. */
    public Mono<Partner> become(PartnerId id, PartnerStatus status) {
        return database.sql("""
                        update partner
                           set status = :status
                         where id = :id
                        returning id, name, contact_email, status, rate_plan, created_at""")
                .bind("id", id.uuid())
                .bind("status", status.name())
                .map(Partners::partner)
                .one();
    }

    static Partner partner(Readable row) {
        return new Partner(
                new PartnerId(required(row, "id", UUID.class)),
                required(row, "name", String.class),
                required(row, "contact_email", String.class),
                PartnerStatus.valueOf(required(row, "status", String.class)),
                RatePlan.valueOf(required(row, "rate_plan", String.class)),
                required(row, "created_at", Instant.class));
    }
}
