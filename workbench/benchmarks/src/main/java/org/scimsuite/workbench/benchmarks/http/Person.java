package org.scimsuite.workbench.benchmarks.http;

/** The people of the load test, by number. */
final class Person {

    private Person() {}

    static String name(long person) {
        return "user%06d@acme.test".formatted(person);
    }

    /** What a provider sends to create them. */
    static String json(long person) {
        String name = name(person);
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","externalId":"ext-%d","active":true,\
                "name":{"givenName":"Given","familyName":"Family"},"displayName":"Given Family",\
                "emails":[{"value":"%s","type":"work","primary":true}]}""".formatted(name, person, name);
    }

    static String patch(boolean active) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":" + active + "}]}";
    }
}
