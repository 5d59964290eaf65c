/** Immutable, typed resources, their JSON form, and which part of them an answer shows (RFC 7643 §3, RFC 7644 §3.9). */
package org.scimsuite.core.resource;
