/** Students, the unit, the school, the channel and the authority do something, anything, for long; what the service promises holds all the time. */
package org.tucai.journey.random;
