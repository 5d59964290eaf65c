package org.scimsuite.core.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.core.corpus.AllTypes;
import org.scimsuite.core.filter.BoundFilter;
import org.scimsuite.core.filter.FilterParser;
import org.scimsuite.core.message.ScimException;
import org.scimsuite.core.message.ScimType;
import org.scimsuite.core.provision.ResourceQuery.Direction;
import org.scimsuite.core.provision.ResourceQuery.Mark;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.After;
import org.scimsuite.core.provision.ResourceQuery.PageRequest.Index;
import org.scimsuite.core.provision.ResourceQuery.Selection;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ResourceType;
import org.scimsuite.workbench.conformance.Requirement;

/** Searches over two types, against a list that is filtered, sorted and cut in the obvious way. */
class ResourceSearchTest {

    private static final ResourceType USER = CoreSchemas.user();
    private static final ResourceType THING = AllTypes.THING;

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 40})
    @Requirement({"C229", "C230", "C287", "C298"})
    void searchWhenAnyPageIsAskedForThenThatOfTheObviousWay(int count) {
        for (int round = 0; round < 20; round++) {
            Memory users = new Memory(USER, "title", random.nextInt(30));
            Memory things = new Memory(THING, "string", random.nextInt(30));
            for (Optional<Direction> order : List.of(
                    Optional.<Direction>empty(), Optional.of(Direction.ASCENDING), Optional.of(Direction.DESCENDING))) {
                for (boolean filtered : new boolean[] {true, false}) {
                    List<Selection> selections = List.of(users.selection(filtered), things.selection(filtered));
                    List<String> expected = expected(selections, order);
                    assertByIndex(selections, order, expected, count);
                    if (count > 0) {
                        assertByCursor(selections, order, expected, count);
                    }
                }
            }
        }
    }

    private static void assertByIndex(
            List<Selection> selections, Optional<Direction> order, List<String> expected, int count) {
        for (int startIndex = 1; startIndex <= expected.size() + 2; startIndex++) {
            ResourcePage page =
                    ResourceSearch.search(new ResourceQuery(selections, order, new Index(startIndex, count)));
            int from = Math.min(startIndex - 1, expected.size());
            assertThat(page.total()).isEqualTo(expected.size());
            assertThat(ids(page)).isEqualTo(expected.subList(from, Math.min(from + count, expected.size())));
        }
    }

    private static void assertByCursor(
            List<Selection> selections, Optional<Direction> order, List<String> expected, int count) {
        List<String> walked = new ArrayList<>();
        Optional<Mark> mark = Optional.empty();
        do {
            ResourcePage page = ResourceSearch.search(new ResourceQuery(selections, order, new After(mark, count)));
            assertThat(page.total()).isEqualTo(expected.size());
            assertThat(page.resources()).hasSizeLessThanOrEqualTo(count);
            walked.addAll(ids(page));
            mark = page.next();
        } while (mark.isPresent());
        assertThat(walked).isEqualTo(expected);
    }

    private static List<String> expected(List<Selection> selections, Optional<Direction> order) {
        record Row(String id, SortValue value) {}
        List<Row> rows = new ArrayList<>();
        for (Selection selection : selections) {
            for (ScimResource resource : ((Memory) selection.source()).resources) {
                if (selection.filter().map(filter -> filter.matches(resource)).orElse(true)) {
                    SortValue value = SortValue.of(resource, selection.sortBy().orElseThrow());
                    rows.add(new Row(resource.id().orElseThrow(), value));
                }
            }
        }
        Comparator<Row> byValue = Comparator.comparing(Row::value);
        order.ifPresent(direction -> rows.sort(direction == Direction.DESCENDING ? byValue.reversed() : byValue));
        return rows.stream().map(Row::id).toList();
    }

    @Test
    @Requirement("C232")
    void searchWhenTooManyWouldHaveToBeReadThenTooMany() {
        ScimResource resource = ScimResource.empty(USER).with("id", AttributeValue.text("x"));
        Memory endless = new Memory(USER, "title", 0) {
            @Override
            public Slice after(Optional<String> key, int limit) {
                return new Slice(
                        IntStream.range(0, limit)
                                .mapToObj(number -> new Keyed("x", new Resource(resource)))
                                .toList(),
                        Optional.of("x"));
            }
        };

        assertThatThrownBy(() -> ResourceSearch.search(
                        new ResourceQuery(List.of(endless.selection(true)), Optional.empty(), new Index(1, 10))))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        error -> assertThat(error.error().scimType()).contains(ScimType.TOO_MANY));
    }

    @Test
    @Requirement("C232")
    void sortWhenThePageIsTooFarBehindThenTooManyAndACursorGetsThere() {
        Memory many = new Memory(USER, "title", 25_000);
        List<Selection> selections = List.of(many.selection(false));

        assertThatThrownBy(() -> ResourceSearch.search(
                        new ResourceQuery(selections, Optional.of(Direction.ASCENDING), new Index(24_000, 10))))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        error -> assertThat(error.error().scimType()).contains(ScimType.TOO_MANY));
        assertThat(ResourceSearch.search(
                                new ResourceQuery(selections, Optional.of(Direction.ASCENDING), new Index(1, 10)))
                        .resources())
                .hasSize(10);
    }

    @Test
    void searchWhenTheFewWereLookedUpThenTheyAreNotReadAgain() {
        ScimResource one = ScimResource.empty(USER).with("id", AttributeValue.text("one"));
        ScimResource other = ScimResource.empty(USER)
                .with("id", AttributeValue.text("other"))
                .with("title", AttributeValue.text("c"));
        Memory lookedUp = new Memory(USER, "title", 0) {
            @Override
            public Optional<List<Keyed>> candidates(BoundFilter filter) {
                return Optional.of(
                        List.of(new Keyed("other", new Resource(other)), new Keyed("one", new Resource(one))));
            }

            @Override
            public List<Keyed> find(List<String> keys) {
                throw new AssertionError("Read again: " + keys);
            }
        };
        List<Selection> selections = List.of(lookedUp.selection(true));

        for (Optional<Direction> order : List.of(Optional.<Direction>empty(), Optional.of(Direction.ASCENDING))) {
            assertThat(ids(ResourceSearch.search(new ResourceQuery(selections, order, new Index(1, 10)))))
                    .containsExactly("one");
            assertThat(ids(ResourceSearch.search(
                            new ResourceQuery(selections, order, new After(Optional.empty(), 10)))))
                    .containsExactly("one");
        }
    }

    private static List<String> ids(ResourcePage page) {
        return page.resources().stream().map(ProvisionedResource::id).toList();
    }

    private record Resource(ScimResource resource) implements ProvisionedResource {
        @Override
        public String version() {
            return "W/\"1\"";
        }
    }

    /** Resources in a list; one in four has no value to sort by. */
    private class Memory implements ResourceSource {

        private final ResourceType type;
        private final String attribute;
        private final List<ScimResource> resources = new ArrayList<>();

        Memory(ResourceType type, String attribute, int size) {
            this.type = type;
            this.attribute = attribute;
            for (int number = 0; number < size; number++) {
                ScimResource resource = ScimResource.empty(type)
                        .with("id", AttributeValue.text("%s%05d".formatted(type.name(), number)));
                resources.add(
                        random.nextInt(4) == 0
                                ? resource
                                : resource.with(
                                        attribute,
                                        AttributeValue.text(
                                                List.of("a", "B", "b", "c").get(random.nextInt(4)))));
            }
        }

        Selection selection(boolean filtered) {
            Optional<BoundFilter> filter = filtered
                    ? Optional.of(BoundFilter.bind(FilterParser.parse("not (" + attribute + " eq \"c\")"), type))
                    : Optional.empty();
            return new Selection(this, filter, type.resolve(attribute));
        }

        private List<Keyed> keyed(List<ScimResource> some) {
            return some.stream()
                    .map(resource -> new Keyed(resource.id().orElseThrow(), new Resource(resource)))
                    .toList();
        }

        @Override
        public int count() {
            return resources.size();
        }

        @Override
        public List<Keyed> from(int offset, int limit) {
            return keyed(resources.stream().skip(offset).limit(limit).toList());
        }

        @Override
        public Slice after(Optional<String> key, int limit) {
            List<ScimResource> rest = resources.stream()
                    .filter(resource ->
                            key.isEmpty() || resource.id().orElseThrow().compareTo(key.get()) > 0)
                    .limit(limit + 1L)
                    .toList();
            List<Keyed> slice = keyed(rest.subList(0, Math.min(limit, rest.size())));
            return new Slice(
                    slice,
                    rest.size() > limit ? Optional.of(slice.get(limit - 1).key()) : Optional.empty());
        }

        @Override
        public Optional<List<Keyed>> candidates(BoundFilter filter) {
            return Optional.empty();
        }

        @Override
        public List<Keyed> find(List<String> keys) {
            return keyed(resources.stream()
                    .filter(resource -> keys.contains(resource.id().orElseThrow()))
                    .toList());
        }
    }
}
